using System;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What has been done to a value so that it may go where it goes.</summary>
[Flags]
internal enum Guards
{
    None = 0,

    /// <summary>Prompt Shields looked at it, and an attack ends the path.</summary>
    Shield = 1,

    /// <summary>It is one of a known set of values.</summary>
    AllowList = 2,

    /// <summary>It runs in a sandbox.</summary>
    Sandbox = 4,

    /// <summary>It is encoded for HTML.</summary>
    Html = 8,

    /// <summary>It is a file name without a path, or a path below a checked folder.</summary>
    Path = 16,

    /// <summary>It is encoded for, or checked as, a URL.</summary>
    Url = 32,

    /// <summary>It is escaped for a regular expression.</summary>
    Pattern = 64,

    /// <summary>It is escaped for LDAP or XPath.</summary>
    Query = 128,

    /// <summary>It was screened or its finish reason was looked at.</summary>
    Screened = 256,

    /// <summary>Its personal or secret parts were taken out.</summary>
    Redacted = 512,

    /// <summary>It stands in a file whose name the value is: only who executes the file meets it.</summary>
    InFile = 1024,

    /// <summary>It begins as the address of a web page: a shell that opens it starts a browser.</summary>
    Web = 2048,

    /// <summary>A method of the project that says so has looked at it as a statement of SQL.</summary>
    Statement = 4096,
}
