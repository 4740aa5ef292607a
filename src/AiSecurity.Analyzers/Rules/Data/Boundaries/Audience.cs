namespace AiSecurity.Analyzers.Rules.Data.Boundaries;

/// <summary>Who reads something; the narrowest first.</summary>
internal enum Audience
{
    Unknown,
    Employee,
    Customer,
    Public,
}
