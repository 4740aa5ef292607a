// What hands messages of a bus to whoever handles them: names and parameters as NServiceBus 9 has them, and as applications write them.
#nullable enable
namespace NServiceBus
{
    using System.Threading.Tasks;

    public interface IMessageHandlerContext { }

    public interface IHandleMessages<T> { Task Handle(T message, IMessageHandlerContext context); }
}

namespace EventBus.Abstractions
{
    using System.Threading.Tasks;

    public interface IIntegrationEventHandler<in TIntegrationEvent> { Task Handle(TIntegrationEvent @event); }
}
