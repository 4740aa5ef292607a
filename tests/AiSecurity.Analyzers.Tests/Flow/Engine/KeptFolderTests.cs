namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC206 and the folders that objects are made with.</summary>
public class KeptFolderTests
{
    [Theory]
    [InlineData("class Files(string root) { public void Put(string name) => File.WriteAllText({|AISEC206:Path.Combine(root, name)|}, \"a\"); }", "new Files(\"out\").Put(answer);")]
    [InlineData("class Files(string root) { public void Put(string name) => File.WriteAllText(Path.Combine(root, name), \"a\"); }", "new Files(answer).Put(\"a.txt\");")]
    [InlineData("class Files { readonly string _root; public Files(string root) => _root = root; public void Put(string name) => File.WriteAllText(Path.Combine(_root, name), \"a\"); }", "new Files(answer).Put(\"a.txt\");")]
    [InlineData("class Files { public void Put(string folder) => File.WriteAllText({|AISEC206:Path.Combine(folder, \"a.txt\")|}, \"a\"); }", "new Files().Put(answer);")]
    public Task Below(string files, string call) =>
        FlowVerifier.VerifyAsync(Endpoint.Usings + "public class Chat(IChatClient client) { public async Task Run() { var answer = (await client.GetResponseAsync(\"Name a file\")).Text; " + call + " } }\n" + files);
}
