using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class RestoreMessagesTests
{
    [Fact]
    public void Names_the_project_that_a_message_is_about()
    {
        var problems = RestoreMessages.Read(
            """
            /sdk/Workloads.targets(38,5): error NETSDK1147: Workloads must be installed: android [/src/App.csproj::TargetFramework=net8.0-android]
            /src/Api.csproj : error NU1101: Unable to find package X. [/tmp/all.slnx]
            /src/Api.csproj : error NU1101: Unable to find package X. [/tmp/all.slnx]
            /src/Old.csproj : warning NU1603: X was resolved instead.
            """).ToList();

        Assert.Equal(
            [("/src/App.csproj", "NETSDK1147: Workloads must be installed: android"), ("/src/Api.csproj", "NU1101: Unable to find package X.")],
            problems.Select(static problem => (problem.Path, problem.Message)));
    }

    [Fact]
    public void Says_at_least_what_the_first_line_says() =>
        Assert.Contains("No .NET SDKs were found.", Assert.Single(RestoreMessages.Read("\nNo .NET SDKs were found.\n")).Message, StringComparison.Ordinal);
}
