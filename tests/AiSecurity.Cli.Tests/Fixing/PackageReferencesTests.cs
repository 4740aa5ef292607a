using System.Text;
using AiSecurity.Cli.Fixing;

namespace AiSecurity.Cli.Tests.Fixing;

public class PackageReferencesTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <Authors>Grüße & Söhne</Authors>
          </PropertyGroup>
        </Project>

        """;

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) },
        { "", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) },
        { "", new UnicodeEncoding(bigEndian: false, byteOrderMark: true) },
        { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) },
        { "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n", Encoding.Latin1 },
        { "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n", new UnicodeEncoding(bigEndian: true, byteOrderMark: true) },
        { "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n", new UnicodeEncoding(bigEndian: false, byteOrderMark: false) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_project_keeps_its_encoding(string declaration, Encoding encoding)
    {
        var text = declaration + Project.Replace("&", "&amp;", StringComparison.Ordinal);
        using var repository = new Repository().With("Directory.Packages.props", "<Project />");
        var (project, code) = (repository.Path("App.csproj"), repository.Path("Code.cs"));
        File.WriteAllText(project, text, encoding);
        var change = new FileChange(code, "", "using Azure.Identity;", Encoding.UTF8);

        var (files, _) = PackageReferences.Write([change], [new PackageNeed(project, NeededPackage.All[0])], _ => new HashSet<string> { code });
        await ChangeWriter.WriteAsync(files, default);

        var expected = text.Replace("</Project>", "\n  <ItemGroup>\n    <PackageReference Include=\"Azure.Identity\" Version=\"" + NeededPackage.All[0].Version + "\" />\n  </ItemGroup>\n</Project>", StringComparison.Ordinal);
        Assert.Equal((byte[])[.. encoding.Preamble, .. encoding.GetBytes(expected)], await File.ReadAllBytesAsync(project));
    }
}
