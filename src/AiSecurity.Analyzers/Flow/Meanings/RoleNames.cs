using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The role of a message as an expression gives it.</summary>
internal static class RoleNames
{
    /// <summary>The lower-case name: of a member, of the text that a role is made from, or of the initializer of the variable that holds it.</summary>
    public static string? Of(IOperation role)
    {
        role = Operations.Unwrap(role);
        return role switch
        {
            IObjectCreationOperation { Arguments: { Length: 1 } arguments } when arguments[0].Value.ConstantValue is { HasValue: true, Value: string name } => name.ToLowerInvariant(),
            IMemberReferenceOperation { Instance: null } member => member.Member.Name.ToLowerInvariant(),
            _ => null,
        };
    }
}
