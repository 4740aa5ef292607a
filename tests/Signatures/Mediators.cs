// What hands requests to their handlers: names and parameters as MediatR 12 and Mediator 3 have them.
#nullable enable
namespace MediatR
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public interface IRequest { }
    public interface IRequest<out TResponse> { }
    public interface IStreamRequest<out TResponse> { }
    public interface INotification { }

    public interface IRequestHandler<in TRequest> where TRequest : IRequest { Task Handle(TRequest request, CancellationToken cancellationToken); }
    public interface IRequestHandler<in TRequest, TResponse> where TRequest : IRequest<TResponse> { Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken); }
    public interface IStreamRequestHandler<in TRequest, out TResponse> where TRequest : IStreamRequest<TResponse> { IAsyncEnumerable<TResponse> Handle(TRequest request, CancellationToken cancellationToken); }
    public interface INotificationHandler<in TNotification> where TNotification : INotification { Task Handle(TNotification notification, CancellationToken cancellationToken); }

    public interface ISender
    {
        Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
        Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default) where TRequest : IRequest;
        IAsyncEnumerable<TResponse> CreateStream<TResponse>(IStreamRequest<TResponse> request, CancellationToken cancellationToken = default);
    }

    public interface IPublisher { Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default) where TNotification : INotification; }

    public interface IMediator : ISender, IPublisher { }

    public delegate Task<TResponse> RequestHandlerDelegate<TResponse>(CancellationToken cancellationToken = default);
    public interface IPipelineBehavior<in TRequest, TResponse> where TRequest : notnull { Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken); }
    public interface IRequestPreProcessor<in TRequest> where TRequest : notnull { Task Process(TRequest request, CancellationToken cancellationToken); }
}

namespace Mediator
{
    using System.Threading;
    using System.Threading.Tasks;

    public interface ICommand<out TResponse> { }
    public interface IQuery<out TResponse> { }
    public interface ICommandHandler<in TCommand> { ValueTask Handle(TCommand command, CancellationToken cancellationToken); }
    public interface ICommandHandler<in TCommand, TResponse> where TCommand : ICommand<TResponse> { ValueTask<TResponse> Handle(TCommand command, CancellationToken cancellationToken); }
    public interface IQueryHandler<in TQuery, TResponse> where TQuery : IQuery<TResponse> { ValueTask<TResponse> Handle(TQuery query, CancellationToken cancellationToken); }

    public interface IMediator
    {
        ValueTask<TResponse> Send<TResponse>(ICommand<TResponse> request, CancellationToken cancellationToken = default);
        ValueTask<TResponse> CreateStream<TResponse>(object request, CancellationToken cancellationToken = default);
        ValueTask Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default);
    }
}
