using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class SourceTreeTests
{
    /// <summary>Whoever decides about a folder may have to look into it.</summary>
    [Fact]
    public void A_folder_that_nobody_may_look_into_does_not_end_the_walk()
    {
        using var repository = new Repository().With("a/A.cs", "class A;").With("b/B.cs", "class B;");
        var files = new SourceTree().Files(repository.Root, static _ => true, static folder => folder.EndsWith('b') ? true : throw new UnauthorizedAccessException()).ToList();
        Assert.Contains(repository.Path("b/B.cs"), files);
    }
}
