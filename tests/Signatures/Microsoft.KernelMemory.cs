// Kernel Memory 0.98.
#nullable enable
namespace Microsoft.KernelMemory
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface IKernelMemory
    {
        Task<SearchResult> SearchAsync(string query, string? index = null, MemoryFilter? filter = null, ICollection<MemoryFilter>? filters = null, double minRelevance = 0, int limit = -1, CancellationToken cancellationToken = default);
        Task<MemoryAnswer> AskAsync(string question, string? index = null, MemoryFilter? filter = null, ICollection<MemoryFilter>? filters = null, double minRelevance = 0, CancellationToken cancellationToken = default);
        IAsyncEnumerable<MemoryAnswer> AskStreamingAsync(string question, string? index = null, MemoryFilter? filter = null, ICollection<MemoryFilter>? filters = null, double minRelevance = 0, CancellationToken cancellationToken = default);
    }

    public static partial class KernelMemoryExtensions
    {
        public static Task<List<Citation>> SearchSummariesAsync(this IKernelMemory memory, string? index = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<List<Citation>> SearchSyntheticsAsync(this IKernelMemory memory, string syntheticType, string? index = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class Citation { }
    public partial class MemoryAnswer { }
    public partial class MemoryFilter { }
    public partial class SearchResult { }
}
