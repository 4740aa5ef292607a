using System.Xml.Linq;
using AiSecurity.Cli.Fixing;

namespace AiSecurity.Cli.Tests.Fixing;

public class ProjectFileEditTests
{
    [Theory]
    [InlineData("Azure.AI.OpenAI", "Azure.AI.OpenAI|Azure.Identity")]
    [InlineData("Serilog", "Azure.Identity|Serilog")]
    public void Goes_where_the_alphabet_has_it(string other, string expected)
    {
        var edited = Add($"<Project>\n  <ItemGroup>\n    <PackageReference Include=\"{other}\" Version=\"1.0.0\" />\n  </ItemGroup>\n</Project>\n");
        var order = expected.Split('|');
        Assert.True(edited.IndexOf($"\"{order[0]}\"", StringComparison.Ordinal) < edited.IndexOf($"\"{order[1]}\"", StringComparison.Ordinal), edited);
        Assert.Contains("\n    <PackageReference Include=\"Azure.Identity\" Version=\"1.21.0\" />\n", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_else_stays_as_it_is_written()
    {
        const string Text = "<Project   Sdk=\"Microsoft.NET.Sdk\">\r\n\t<!-- why -->\r\n\t<ItemGroup>\r\n\t\t<PackageReference Include=\"A\" Version=\"1\">\r\n\t\t\t<PrivateAssets>all</PrivateAssets>\r\n\t\t</PackageReference>\r\n\t</ItemGroup>\r\n</Project>";
        const string Added = "\t\t<PackageReference Include=\"Azure.Identity\" Version=\"1.21.0\" />\r\n";
        Assert.Equal(Text.Insert(Text.IndexOf("\t</ItemGroup>", StringComparison.Ordinal), Added), Add(Text));
    }

    [Fact]
    public void A_project_without_packages_gets_a_group() =>
        Assert.Equal(
            "<Project>\n  <PropertyGroup />\n\n  <ItemGroup>\n    <PackageReference Include=\"Azure.Identity\" Version=\"1.21.0\" />\n  </ItemGroup>\n</Project>\n",
            Add("<Project>\n  <PropertyGroup />\n</Project>\n"));

    [Fact]
    public void A_group_for_one_framework_is_left_alone() =>
        Assert.Equal(2, Add("<Project>\n  <ItemGroup Condition=\"'$(TargetFramework)' == 'net48'\">\n    <PackageReference Include=\"A\" Version=\"1\" />\n  </ItemGroup>\n</Project>\n").Split("<ItemGroup").Length - 1);

    [Fact]
    public void A_version_that_stands_elsewhere_is_not_repeated() =>
        Assert.Contains("<PackageReference Include=\"Azure.Identity\" />", ProjectFileEdit.Add("<Project>\n</Project>\n", "PackageReference", "Azure.Identity", version: null), StringComparison.Ordinal);

    [Theory]
    [InlineData("<Project>\n  <ItemGroup><PackageReference Include=\"A\" Version=\"1\" /></ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\n  <ItemGroup><PackageReference Include=\"Z\" Version=\"1\" /></ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" Version=\"1\" /><PackageReference Include=\"Z\" Version=\"1\" />\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\"><Version>1</Version></PackageReference></ItemGroup>\n</Project>\n")]
    [InlineData("<Project><ItemGroup><PackageReference Include=\"A\" Version=\"1\" /></ItemGroup></Project>")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\" />")]
    [InlineData("<!-- </Project> -->\r\n<Project Sdk=\"Microsoft.NET.Sdk\"/>\r\n<!-- </all> -->\r\n")]
    [InlineData("<Project>\n</Project>\n<!-- </end> -->\n")]
    public void Whatever_stands_on_one_line_the_item_is_in_a_group(string text)
    {
        var edited = Add(text);
        var added = XDocument.Parse(edited).Root!.Elements("ItemGroup").Elements("PackageReference").Where(static item => item.Attribute("Include")!.Value == "Azure.Identity");
        Assert.True(added.Count() == 1, edited);
    }

    private static string Add(string text) => ProjectFileEdit.Add(text, "PackageReference", "Azure.Identity", "1.21.0");
}
