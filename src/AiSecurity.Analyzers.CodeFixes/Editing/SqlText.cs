using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>SQL that values are put into, taken apart: the statement with a mark for each value, and the values.</summary>
internal sealed class SqlText
{
    private readonly ReportedPlace _place;
    private readonly System.Func<int, string> _mark;
    private readonly List<TextChange> _changes = [];
    private readonly StringBuilder _before = new();
    private readonly StringBuilder _quoted = new();
    private ExpressionSyntax? _onlyQuoted;
    private bool _isQuoted;
    private bool _isRight = true;

    private SqlText(ReportedPlace place, System.Func<int, string> mark)
    {
        _place = place;
        _mark = mark;
    }

    /// <summary>The statement.</summary>
    public ExpressionSyntax Statement { get; private set; } = null!;

    /// <summary>What goes in, in order; each may itself be put together: <c>LIKE '%{x}%'</c>.</summary>
    public List<ExpressionSyntax> Values { get; } = [];

    /// <summary>The expressions that the values are made of, as they stand in the source.</summary>
    public List<ExpressionSyntax> Sources { get; } = [];

    /// <param name="text">The expression.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="mark">The mark of each value.</param>
    /// <returns>Null when nothing is put in, or at a place where no value may stand, such as the name of a table.</returns>
    public static SqlText? Split(ExpressionSyntax text, ReportedPlace place, System.Func<int, string> mark)
    {
        var sql = new SqlText(place, mark);
        foreach (var leaf in ComposedText.LeavesOf(text, place.Model, place.CancellationToken))
        {
            switch (leaf)
            {
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        if (content is InterpolationSyntax hole)
                            sql.AddValue(hole.Expression, hole.Span, hole.ToString(), isOperand: false);
                        else
                            sql.AddText(content.ToString(), content.SpanStart);
                    }

                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                    var source = literal.ToString();
                    var start = source.IndexOf('"');
                    while (start < source.Length / 2 && source[start] == '"')
                        start++;
                    sql.AddText(source.Substring(start, source.Length - (2 * start) + (source[0] == '@' ? 1 : 0)), literal.SpanStart + start);
                    break;
                default:
                    sql.AddValue(leaf, leaf.Parent is ParenthesizedExpressionSyntax outer ? outer.Span : leaf.Span, "{" + (leaf.ToString().Contains(":") ? $"({leaf})" : leaf.ToString()) + "}", isOperand: true);
                    break;
            }
        }

        if (!sql._isRight || sql._isQuoted || sql.Values.Count == 0)
            return null;

        var changed = SourceText.From(text.ToString()).WithChanges(sql._changes.Select(change => new TextChange(new TextSpan(change.Span.Start - text.SpanStart, change.Span.Length), change.NewText!)));
        sql.Statement = ComposedText.Tidy(SyntaxFactory.ParseExpression(changed.ToString())).WithTriviaFrom(text);
        return sql;
    }

    private void AddText(string source, int position)
    {
        // A value ends where the text around it goes on.
        _isRight &= _isQuoted || _before.Length == 0 || _before[_before.Length - 1] != SqlPosition.Value || source.Length == 0 || !(char.IsLetterOrDigit(source[0]) || source[0] is '_' or '.');
        var start = 0;
        while (start < source.Length)
        {
            var quote = source.IndexOf('\'', start);
            _isRight &= quote <= 0 || source[quote - 1] != '\\';
            if (!_isQuoted)
            {
                var close = quote < 0 ? -1 : CloseOf(source, quote + 1);
                if (quote < 0 || close >= 0)
                {
                    // Nothing is put into what is quoted here.
                    var end = quote < 0 ? source.Length : close + 1;
                    _before.Append(source, start, end - start);
                    start = end;
                    continue;
                }

                _before.Append(source, start, quote - start);
                _isQuoted = true;
                _onlyQuoted = null;
                _quoted.Clear();
                AddQuoted(source.Substring(quote + 1));
                _changes.Add(new TextChange(TextSpan.FromBounds(position + quote, position + source.Length), _mark(Values.Count)));
                return;
            }

            var closing = CloseOf(source, start);
            var length = (closing < 0 ? source.Length : closing) - start;
            AddQuoted(source.Substring(start, length));
            _changes.Add(new TextChange(new TextSpan(position + start, length + (closing < 0 ? 0 : 1)), ""));
            if (closing < 0)
                return;
            CloseQuoted();
            start = closing + 1;
        }
    }

    private void AddQuoted(string text)
    {
        // Whatever is written in another way in another kind of literal.
        _isRight &= text.IndexOfAny(['\\', '"', '{', '}', '\'', '\n']) < 0;
        if (text.Length > 0)
            _onlyQuoted = null;
        _quoted.Append(text);
    }

    private void CloseQuoted()
    {
        _isQuoted = false;
        Values.Add(_onlyQuoted is { } only ? ComposedText.NeverNull(only, _place.Model, _place.CancellationToken) : SyntaxFactory.ParseExpression("$\"" + _quoted + "\""));
        _before.Append(SqlPosition.Value);
    }

    /// <param name="value">What goes in.</param>
    /// <param name="span">What it takes up in the source: a hole, or an operand of a sum.</param>
    /// <param name="hole">As it goes into an interpolated string.</param>
    /// <param name="isOperand">Whether a literal has to take its place.</param>
    private void AddValue(ExpressionSyntax value, TextSpan span, string hole, bool isOperand)
    {
        if (_isQuoted)
        {
            Sources.Add(value);
            _onlyQuoted = _quoted.Length == 0 ? value : null;
            _quoted.Append(hole);
            _changes.Add(new TextChange(span, isOperand ? "\"\"" : ""));
            return;
        }

        if (ComposedText.IsOwn(value, _place.Model, _place.CancellationToken))
        {
            _before.Append('0');
            return;
        }

        Sources.Add(value);
        _isRight &= SqlPosition.IsValue(_before.ToString());
        _changes.Add(new TextChange(span, isOperand ? "\"" + _mark(Values.Count) + "\"" : _mark(Values.Count)));
        Values.Add(ComposedText.NeverNull(value, _place.Model, _place.CancellationToken));
        _before.Append(SqlPosition.Value);
    }

    /// <summary>Where a quoted text ends; two quotes are one that does not end it.</summary>
    private static int CloseOf(string source, int start)
    {
        for (var i = start; i < source.Length; i++)
        {
            if (source[i] != '\'')
                continue;
            if (i + 1 >= source.Length || source[i + 1] != '\'')
                return i;
            i++;
        }

        return -1;
    }
}
