// Microsoft.EntityFrameworkCore.Relational 7.0 to 8.0: writing without loading, before it moved to the core library.
#nullable enable
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.EntityFrameworkCore
{
    public static class RelationalQueryableExtensions
    {
        public static int ExecuteDelete<TSource>(this IQueryable<TSource> source) => throw null!;
        public static Task<int> ExecuteDeleteAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null!;
        public static int ExecuteUpdate<TSource>(this IQueryable<TSource> source, Expression<System.Func<Query.SetPropertyCalls<TSource>, Query.SetPropertyCalls<TSource>>> setPropertyCalls) => throw null!;
        public static Task<int> ExecuteUpdateAsync<TSource>(this IQueryable<TSource> source, Expression<System.Func<Query.SetPropertyCalls<TSource>, Query.SetPropertyCalls<TSource>>> setPropertyCalls, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Query
{
    public class SetPropertyCalls<TSource>
    {
    }
}
