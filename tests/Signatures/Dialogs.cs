// Dialogs and middleware of bots: names as the Bot Framework SDK 4.23 and the Microsoft 365 Agents SDK have them.
#nullable enable
namespace Microsoft.Bot.Builder.Dialogs
{
    public class WaterfallStepContext { public object Result => null!; }
}

namespace Microsoft.Agents.Builder
{
    public interface IMiddleware { }
}

namespace Microsoft.Agents.Builder.Dialogs
{
    public class WaterfallStepContext { public object Result => null!; }
}
