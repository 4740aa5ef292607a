using System;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiSecurity.Guards;

/// <summary>
/// Runs code that a model wrote in Azure Container Apps dynamic sessions: every execution in a new session of its own, which nothing else ever uses and which is deleted afterwards.
/// </summary>
/// <remarks>
/// <para>Python in a pool of the type PythonLTS, JavaScript in one of NodeLTS. The pool should have its egress disabled, which is the default, and no managed identity for running code.</para>
/// <para>Every execution counts against the pool's <c>max-sessions</c> (at most 600) until its session is deleted. Source: https://learn.microsoft.com/azure/container-apps/session-pool.</para>
/// <para>All members are safe for several threads at once. Create one instance and keep it. The members are virtual for tests only.</para>
/// </remarks>
public class SandboxedSession
{
    private static readonly TimeSpan DeleteLimit = TimeSpan.FromSeconds(5);

    private readonly ServiceConnection? _connection;
    private readonly SandboxContract _contract = null!;
    private readonly ILogger _logger = NullLogger.Instance;
    private readonly TimeSpan _timeout;
    private readonly bool _throwOnFailure = true;

    /// <summary>A sandbox at a pool, with default options.</summary>
    /// <param name="poolEndpoint">The pool's management endpoint: <c>https://REGION.dynamicsessions.io/subscriptions/.../sessionPools/NAME</c>.</param>
    /// <param name="credential">An identity with the role <i>Azure ContainerApps Session Executor</i> on the pool.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The endpoint is not https, or not on a host of the service.</exception>
    public SandboxedSession(Uri poolEndpoint, TokenCredential credential)
        : this(new SandboxedSessionOptions
        {
            Endpoint = poolEndpoint ?? throw new ArgumentNullException(nameof(poolEndpoint)),
            Credential = credential ?? throw new ArgumentNullException(nameof(credential)),
        })
    {
    }

    /// <summary>A sandbox with these options.</summary>
    /// <param name="options">They must have an endpoint and a credential.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">Something is wrong with the options; the message says what.</exception>
    public SandboxedSession(SandboxedSessionOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _contract = new(options.ApiVersion, options.ExecutionTimeLimit, options.MaxOutputLength);
        // Some versions answer 202 to an execution that has come to its end; whether it has, its status says.
        _connection = new(options, _contract.AnswerLimit, static failure => new SandboxUnavailableException(failure), 200, 202);
        _timeout = options.Timeout;
        _throwOnFailure = options.ThrowOnFailure;
        _logger = options.LoggerFactory?.CreateLogger<SandboxedSession>() ?? _logger;
    }

    /// <summary>For a stand-in in the tests of an application.</summary>
    protected SandboxedSession()
    {
    }

    /// <summary>Runs code in a new session, waits for its end, and deletes the session.</summary>
    /// <param name="code">The code, in the language of the pool.</param>
    /// <param name="cancellationToken">Stops the waiting, and deletes the session with what runs in it, for which at most five seconds are taken.</param>
    /// <returns>What the code printed. It is untrusted text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="SandboxExecutionException">The code failed, and <see cref="SandboxedSessionOptions.ThrowOnFailure"/> is true.</exception>
    /// <exception cref="SandboxUnavailableException">The pool gave no proper answer in time.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public virtual async Task<SandboxResult> ExecuteAsync(string code, CancellationToken cancellationToken = default)
    {
        _ = code ?? throw new ArgumentNullException(nameof(code));
        var connection = _connection ?? throw new InvalidOperationException("A stand-in must override ExecuteAsync.");
        cancellationToken.ThrowIfCancellationRequested();

        using var call = new GuardCall("sandbox", "sandbox.execute", _logger) { Requests = 1 };
        try
        {
            var result = await RunAsync(connection, code, cancellationToken).ConfigureAwait(false);
            call.Passed(result.Succeeded ? "succeeded" : "failed");
            return result.Succeeded || !_throwOnFailure ? result : throw new SandboxExecutionException(result);
        }
        catch (SandboxUnavailableException exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    private async Task<SandboxResult> RunAsync(ServiceConnection connection, string code, CancellationToken cancellationToken)
    {
        var identifier = SessionIdentifier.Create();
        try
        {
            using var deadline = new Deadline(_timeout, cancellationToken);
            using var message = connection.CreateMessage(RequestMethod.Post, _contract.ExecutePath, ("api-version", _contract.ApiVersion), ("identifier", identifier));
            return await connection.PostAsync(message, _contract.ToBody(code), _contract.Read, deadline).ConfigureAwait(false);
        }
        finally
        {
            if (_contract.HasDelete)
                await DeleteAsync(connection, identifier).ConfigureAwait(false);
        }
    }

    /// <summary>Without the caller's token: a session whose caller has gone is the one to be deleted.</summary>
    private async Task DeleteAsync(ServiceConnection connection, string identifier)
    {
        try
        {
            using var deadline = new Deadline(DeleteLimit, CancellationToken.None);
            using var message = connection.CreateMessage(RequestMethod.Delete, "/session", ("api-version", _contract.ApiVersion), ("identifier", identifier));
            await connection.SendAsync(message, deadline).ConfigureAwait(false);
            if (message.Response.Status is not (>= 200 and < 300 or 404))
                GuardLog.SessionNotDeleted(_logger);
        }
        catch (Exception)
        {
            // What the code answered stays true; the session ends with the pool's cooldown, and its identifier is never used again.
            GuardLog.SessionNotDeleted(_logger);
        }
    }
}
