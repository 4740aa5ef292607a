namespace AiSecurity.Analyzers.Catalog;

/// <summary>What a row of the catalog says its member or pattern is.</summary>
internal enum Role
{
    /// <summary>The NuGet package of the rows that follow; its attributes are their defaults.</summary>
    Package,

    /// <summary>An assembly whose presence makes a compilation worth looking at.</summary>
    Reference,

    /// <summary>A type through which an application speaks to an AI service.</summary>
    Client,

    /// <summary>The options that hold the request pipeline of an AI client.</summary>
    Pipeline,

    /// <summary>A member that takes a key on behalf of an AI client.</summary>
    Key,

    /// <summary>A type that wraps a key.</summary>
    KeyCredential,

    /// <summary>A member that adds a policy, possibly one that carries a key, to a client's pipeline.</summary>
    KeyPolicy,

    /// <summary>A base type of credentials that get tokens from Microsoft Entra ID.</summary>
    Token,

    /// <summary>The policy that puts the token of a credential on every request.</summary>
    Bearer,

    /// <summary>A credential that needs no secret, which a fix may create.</summary>
    Credential,

    /// <summary>A member that takes a secret which must not stand in source code.</summary>
    Secret,

    /// <summary>A member that sets a request header.</summary>
    Header,

    /// <summary>The name of a header that carries an AI key.</summary>
    KeyHeader,

    /// <summary>A host name pattern and who answers there.</summary>
    Host,

    /// <summary>A member that reads a setting by name.</summary>
    Setting,

    /// <summary>The type of a configuration that a fix may read a key from.</summary>
    Configuration,

    /// <summary>A member that takes a service out of the container.</summary>
    Service,

    /// <summary>A member whose value comes into the program from somewhere: <c>origin=user</c>.</summary>
    Source,

    /// <summary>A type, attribute or registration whose methods get values from outside as parameters.</summary>
    Entry,

    /// <summary>A member that sends text to a model; its result is what the model answers.</summary>
    ModelCall,

    /// <summary>A member that puts text into a message, <c>as=</c> user, assistant, tool, system or developer.</summary>
    Message,

    /// <summary>A property or parameter that holds instructions for a model or agent.</summary>
    Instructions,

    /// <summary>A member that looks for attacks, by exception or by a result to test.</summary>
    Shield,

    /// <summary>A member of a shield's answer that says whether the text is good.</summary>
    Verdict,

    /// <summary>A member whose result may go where its argument may not.</summary>
    Sanitizer,

    /// <summary>A place where text becomes something dangerous: <c>kind=code</c>, <c>sql</c>, <c>html</c>, <c>path</c>, <c>url</c> and others.</summary>
    Sink,
}
