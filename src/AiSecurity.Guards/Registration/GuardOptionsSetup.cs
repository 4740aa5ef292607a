using System;
using System.Collections.Generic;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiSecurity.Guards;

/// <summary>Fills what the application registered anyway into the options, and judges them at the start.</summary>
internal sealed class GuardOptionsSetup<TOptions>(IServiceProvider services) : IPostConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : GuardOptions
{
    public void PostConfigure(string? name, TOptions options)
    {
        options.Credential ??= services.GetService<TokenCredential>();
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = new List<string>(options.Problems());
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
