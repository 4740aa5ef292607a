using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC109 on policies that let the scripts of every website call endpoints that nobody guards.</summary>
public class OpenOriginTests
{
    private const string Open = $"app.{{|AISEC109:MapPost|}}(\"/chat\", {Ask});";
    private const string Guarded = $"app.MapPost(\"/chat\", {Ask}).RequireAuthorization();";

    [Theory]
    [InlineData("builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.{|AISEC109:AllowAnyOrigin|}().AllowAnyHeader()));", "app.UseCors();")]
    [InlineData("builder.Services.AddCors(o => o.AddPolicy(\"all\", p => p.AllowAnyMethod().{|AISEC109:AllowAnyOrigin|}()));", "app.UseCors(\"all\");")]
    [InlineData("", "app.UseCors(p => p.{|AISEC109:AllowAnyOrigin|}().AllowAnyHeader());")]
    [InlineData("", "app.UseCors(p => p.{|AISEC109:SetIsOriginAllowed|}(_ => true).AllowCredentials());")]
    [InlineData("", "app.UseCors(p => p.{|AISEC109:WithOrigins|}(\"*\"));")]
    public Task Every_origin(string services, string statement) => VerifyAsync(Program(statement + "\n" + Open, services));

    [Theory]
    [InlineData("app.UseCors(p => p.WithOrigins(\"https://contoso.com\"));")]
    [InlineData("app.UseCors(p => p.WithOrigins(app.Configuration[\"Origin\"]!));")]
    [InlineData("app.UseCors(p => p.SetIsOriginAllowed(origin => origin.EndsWith(\".contoso.com\")));")]
    [InlineData("if (app.Environment.IsDevelopment())\n    app.UseCors(p => p.AllowAnyOrigin());")]
    public Task Origins_that_are_named_or_a_developers_own(string statement) => VerifyAsync(Program(statement + "\n" + Open));

    [Fact]
    public Task Endpoints_that_ask_who_calls() => VerifyAsync(Program("app.UseCors(p => p.AllowAnyOrigin());\n" + Guarded));

    [Fact]
    public Task Endpoints_without_a_model() => VerifyAsync(Program("app.UseCors(p => p.AllowAnyOrigin());\napp.MapGet(\"/ping\", () => \"pong\");"));

    [Fact]
    public Task A_policy_in_another_file() => VerifyAsync(
        Program("builder.Services.AddOrigins();\n" + Open),
        others: [Usings + """
            static class Origins
            {
                public static IServiceCollection AddOrigins(this IServiceCollection services) =>
                    services.AddCors(options => options.AddDefaultPolicy(policy => policy.{|AISEC109:AllowAnyOrigin|}().AllowAnyHeader().AllowAnyMethod()));
            }
            """]);

    [Fact]
    public Task A_method_of_the_project_with_that_name() => VerifyAsync(
        Program("new Policy().AllowAnyOrigin();\n" + Open) + "sealed class Policy { public void AllowAnyOrigin() { } }");

    [Fact]
    public Task The_rate_of_requests_is_another_matter() => VerifyLimitAsync(Program("app.UseCors(p => p.AllowAnyOrigin());\n" + Open.Replace("AISEC109", "AISEC112", StringComparison.Ordinal)));
}
