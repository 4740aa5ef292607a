namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC206 and the folders that objects are made with.</summary>
public class KeptFolderTests
{
    [Theory]
    [InlineData("class Files(string root) { public void Put(string name) => File.WriteAllText(Path.Combine(root, name), \"a\"); }", "new Files(\"out\").Put(answer);", true)]
    [InlineData("class Files(string root) { public void Put(string name) => File.WriteAllText(Path.Combine(root, name), \"a\"); }", "new Files(answer).Put(\"a.txt\");", false)]
    [InlineData("class Files { readonly string _root; public Files(string root) => _root = root; public void Put(string name) => File.WriteAllText(Path.Combine(_root, name), \"a\"); }", "new Files(answer).Put(\"a.txt\");", false)]
    [InlineData("class Files { public void Put(string folder) => File.WriteAllText(Path.Combine(folder, \"a.txt\"), \"a\"); }", "new Files().Put(answer);", true)]
    public Task Below(string files, string call, bool isReported)
    {
        var marked = files;
        if (isReported)
        {
            var start = marked.IndexOf("Path.Combine", StringComparison.Ordinal);
            var end = marked.IndexOf("), \"a\")", start, StringComparison.Ordinal) + 1;
            marked = marked[..start] + "{|AISEC206:" + marked[start..end] + "|}" + marked[end..];
        }

        return FlowVerifier.VerifyAsync(Endpoint.Usings + "public class Chat(IChatClient client) { public async Task Run() { var answer = (await client.GetResponseAsync(\"Name a file\")).Text; " + call + " } }\n" + marked);
    }
}
