using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Elements of an initializer whose type is missing: the compiler finds no <c>Add</c> for them, and the control flow graph no longer says what they are added to.</summary>
internal sealed class UnboundElements(PlaceFlow places)
{
    private readonly Dictionary<SyntaxNode, CaptureId> _made = [];

    /// <summary>Keeps where an object is held while its initializer runs.</summary>
    public void Note(IFlowCaptureOperation capture)
    {
        if (capture.Value.Syntax is BaseObjectCreationExpressionSyntax { Initializer: not null } creation)
            _made[creation] = capture.Id;
    }

    public void Add(IInvalidOperation element, FlowValue value)
    {
        if (CreationAround(element.Syntax) is { } creation && _made.TryGetValue(creation, out var id))
            places.Grow(id, value);
    }

    private static SyntaxNode? CreationAround(SyntaxNode element)
    {
        if (!element.Parent.IsKind(SyntaxKind.CollectionInitializerExpression))
            return null;

        var around = element.Parent;
        while (around is InitializerExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
            around = around.Parent;
        return around as BaseObjectCreationExpressionSyntax;
    }
}
