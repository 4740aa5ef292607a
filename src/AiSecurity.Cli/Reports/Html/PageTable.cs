namespace AiSecurity.Cli.Reports.Html;

/// <summary>A table that becomes a list of cards on a narrow screen, where each cell says the name of its column.</summary>
internal static class PageTable
{
    /// <param name="kind">The class that gives the columns their widths.</param>
    /// <param name="columns">The first one names the row.</param>
    /// <param name="cells">What writes the cells of a row.</param>
    public static void Write<T>(HtmlWriter html, string kind, string caption, string[] columns, IEnumerable<T> rows, Func<T, Action[]> cells)
    {
        using (html.Open("table", ("class", $"cards {kind}")))
        {
            html.Write("caption", caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (var column in columns)
                    html.Write("th", column, ("scope", "col"), ("class", PageWords.Id("col", column)));
            }

            using (html.Open("tbody"))
            {
                foreach (var row in rows)
                    WriteRow(html, columns, cells(row));
            }
        }
    }

    private static void WriteRow(HtmlWriter html, string[] columns, Action[] cells)
    {
        using (html.Open("tr"))
        {
            for (var index = 0; index < cells.Length; index++)
            {
                using (index == 0 ? html.Open("th", ("scope", "row")) : html.Open("td", ("data-column", columns[index])))
                    cells[index]();
            }
        }
    }
}
