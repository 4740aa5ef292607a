// What manages the keys of AI accounts, beside what the facts have.
#nullable enable
namespace Azure.ResourceManager.CognitiveServices
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class CognitiveServicesAccountResource
    {
        public virtual Task<object> RegenerateKeyAsync(object content, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Azure.ResourceManager.Search
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class SearchServiceResource
    {
        public virtual Task<object> GetAdminKeyAsync(object? searchManagementRequestOptions = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual object RegenerateAdminKey(int keyKind, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> RegenerateAdminKeyAsync(int keyKind, CancellationToken cancellationToken = default) => throw null!;
        public virtual object CreateQueryKey(string name, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> CreateQueryKeyAsync(string name, CancellationToken cancellationToken = default) => throw null!;
        public virtual object GetQueryKeysBySearchService(CancellationToken cancellationToken = default) => throw null!;
        public virtual object GetQueryKeysBySearchServiceAsync(CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Azure.ResourceManager.MachineLearning
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class MachineLearningWorkspaceResource
    {
        public virtual object GetKeys(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> GetKeysAsync(CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class MachineLearningOnlineEndpointResource
    {
        public virtual object GetKeys(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> GetKeysAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual object RegenerateKeys(object content, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> RegenerateKeysAsync(object content, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class MachineLearningBatchEndpointResource
    {
        public virtual object GetKeys(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<object> GetKeysAsync(CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.Azure.Management.CognitiveServices
{
    using System.Threading.Tasks;

    public interface IAccountsOperations
    {
    }

    public static partial class AccountsOperationsExtensions
    {
        public static object ListKeys(this IAccountsOperations operations, string resourceGroupName, string accountName) => throw null!;
        public static Task<object> ListKeysAsync(this IAccountsOperations operations, string resourceGroupName, string accountName) => throw null!;
        public static object RegenerateKey(this IAccountsOperations operations, string resourceGroupName, string accountName, int keyName) => throw null!;
        public static Task<object> RegenerateKeyAsync(this IAccountsOperations operations, string resourceGroupName, string accountName, int keyName) => throw null!;
    }
}
