using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>Where the client of a call comes from, followed back by name through variables to a container or to an SDK.</summary>
internal sealed class ClientOrigin(FlowCompilation flow)
{
    private const int MaxSteps = 10;

    /// <summary>The variables on the way.</summary>
    public HashSet<SyntaxNode> Variables { get; } = [];

    public ClientScope Of(ExpressionSyntax client, int step = 0)
    {
        if (step >= MaxSteps)
            return ClientScope.Unknown;

        switch (client)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Of(parenthesized.Expression, step + 1);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return Of(suppressed.Operand, step + 1);
            case CastExpressionSyntax cast:
                return Of(cast.Expression, step + 1);
            case AwaitExpressionSyntax awaited:
                return Of(awaited.Expression, step + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } checkedValue:
                return Of(checkedValue.Left, step + 1);
            case IdentifierNameSyntax name:
                return OfName(name.Identifier.ValueText, name, step);
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member }:
                return OfName(member, client, step);
            case InvocationExpressionSyntax call when ServiceOf(call) is { } service:
                return service;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Expression: var receiver } } when flow.Uses.Named(called).Count == 0:
                // A factory of another library may put anything around what it makes.
                return Of(receiver, step + 1) is var origin && origin.Kind == ClientScopeKind.Service && !IsClient(origin.Service) && !IsStep(called) ? ClientScope.Unknown : origin;
            case ObjectCreationExpressionSyntax { Type: var type } when SimpleNames.Of(type) is { } made && !IsOwn(made):
                return ClientScope.Bare;
            default:
                return ClientScope.Unknown;
        }
    }

    private ClientScope OfName(string name, SyntaxNode place, int step)
    {
        var declaration = ClientVariables.Declaration(name, place);
        if (declaration is ParameterSyntax parameter)
            return OfParameter(parameter);
        if (declaration is null || !Variables.Add(declaration))
            return ClientScope.Unknown;
        if (declaration is PropertyDeclarationSyntax property && property.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => SimpleNames.Of(attribute.Name) is "Inject" or "InjectAttribute") is { } inject)
            return ClientScope.OfService(SimpleNames.Of(property.Type) ?? "", inject.ArgumentList?.Arguments is { Count: > 0 } keys ? ServiceKeys.Of(keys[0].Expression) : ServiceKeys.None);

        return ClientVariables.ValuesOf(declaration) is { Count: 1 } values ? Of(values[0], step + 1) : ClientScope.Unknown;
    }

    /// <summary>What a container fills in.</summary>
    private ClientScope OfParameter(ParameterSyntax parameter)
    {
        if (parameter.Type is null || SimpleNames.Of(parameter.Type) is not { } type)
            return ClientScope.Unknown;

        foreach (var attribute in parameter.AttributeLists.SelectMany(static list => list.Attributes))
        {
            switch (SimpleNames.Of(attribute.Name))
            {
                case "FromKeyedServices" or "FromKeyedServicesAttribute":
                    return ClientScope.OfService(type, ServiceKeys.Of(attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression));
                case "FromServices" or "FromServicesAttribute":
                    return ClientScope.OfService(type, ServiceKeys.None);
            }
        }

        // A class of an SDK is what it is, whoever hands it over.
        if (!IsOwn(type) && IsClient(type))
            return ClientScope.Bare;
        return IsFilled(parameter) ? ClientScope.OfService(type, ServiceKeys.None) : ClientScope.Unknown;
    }

    /// <summary>Whether a container, and nobody in the project, calls the function.</summary>
    private bool IsFilled(ParameterSyntax parameter) => parameter.Parent?.Parent switch
    {
        TypeDeclarationSyntax type => IsMadeByContainer(type),
        ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type } => IsMadeByContainer(type),
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => MapsEndpoint(call),
        MethodDeclarationSyntax method => IsOnlyNamed(method.Identifier.ValueText),
        LocalFunctionStatementSyntax function => IsOnlyNamed(function.Identifier.ValueText),
        _ => false,
    };

    private bool IsMadeByContainer(TypeDeclarationSyntax type) => flow.Uses.UsersOf(type.Identifier.ValueText).Count == 0 && !flow.Families.IsDerived(type.Identifier.ValueText) && !IsMadeByFunction(type.Identifier.ValueText);

    /// <summary>Whether a function makes it that does not name it, <c>AddScoped&lt;Asker&gt;(sp => new(...))</c>, or a member that is given some of its arguments.</summary>
    private bool IsMadeByFunction(string type) => flow.Names.All.Where(body => body.Mentions.Contains(type)).SelectMany(static body => body.Node.DescendantNodes().OfType<GenericNameSyntax>())
        .Any(generic => generic.TypeArgumentList.Arguments.Any(argument => SimpleNames.Of(argument) == type) && generic.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: var arguments }
            && (generic.Identifier.ValueText == "CreateInstance" || arguments.Any(static argument => argument.Expression is AnonymousFunctionExpressionSyntax)));

    private bool IsOnlyNamed(string function) => flow.Uses.UsersOf(function) is { Count: > 0 } users && users.All(body => body.Uses.All(use => use.Name != function || use.Arguments < 0));

    private bool MapsEndpoint(InvocationExpressionSyntax call) => SimpleNames.Of(call.Expression) is { } name && flow.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Endpoint);

    private ClientScope? ServiceOf(InvocationExpressionSyntax call)
    {
        if (SimpleNames.Of(call.Expression) is not { } name || ServiceRegistration.ServiceOf(call) is not { Length: > 0 } service)
            return null;

        foreach (var row in flow.Symbols.Catalog.Index.Members(name))
        {
            if (row.Role == Role.Service)
                return ClientScope.OfService(service, row["key"] is null ? ServiceKeys.None : ServiceKeys.Of(call.ArgumentList.Arguments.FirstOrDefault()?.Expression));
        }

        return null;
    }

    private bool IsOwn(string type) => flow.Uses.Named(type).Count > 0 || flow.Names.Bases.Exists(pair => pair.Type == type);

    /// <summary>A call that builds a pipeline: <c>client.AsBuilder().UseLogging().Build()</c>.</summary>
    private bool IsStep(string called) => called == "Build" || called.StartsWith("Use", System.StringComparison.Ordinal) || flow.Symbols.Catalog.Index.Members(called).Any(static row => row.Role == Role.PipelineStart);

    /// <summary>A client of an SDK; an interface or a base may be anything.</summary>
    private bool IsClient(string type) => flow.Symbols.Catalog.Index.Types(type).Any(static row => row.Role == Role.Client);
}
