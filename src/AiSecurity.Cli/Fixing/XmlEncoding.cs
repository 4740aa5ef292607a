using System.Text;
using System.Xml;

namespace AiSecurity.Cli.Fixing;

/// <summary>The encoding of an XML file: by its mark, by its declaration, or UTF-8.</summary>
internal static class XmlEncoding
{
    public static Encoding Of(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new XmlTextReader(stream) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        // The declaration is a node of its own.
        reader.Read();
        return FileChange.EncodingOf(file, reader.Encoding);
    }
}
