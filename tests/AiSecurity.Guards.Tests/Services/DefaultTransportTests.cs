using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Services;

/// <summary>What guards without a transport of their own stand on.</summary>
public class DefaultTransportTests
{
    [Fact]
    public async Task The_pipeline_of_Azure_Core_follows_no_redirect_and_unpacks_nothing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        var requests = new List<string>();
        app.Run(context =>
        {
            requests.Add(context.Request.Path + context.Request.Headers.AcceptEncoding);
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await app.StartAsync();

        var pipeline = HttpPipelineBuilder.Build(new Options());
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(app.Urls.Single()));
        message.Request.Content = RequestContent.Create("text"u8.ToArray());
        await pipeline.SendAsync(message, CancellationToken.None);

        Assert.Equal(307, message.Response.Status);
        Assert.Equal(["/"], requests);
    }

    private sealed class Options : ClientOptions;
}
