using Azure.Core;
using Azure.ResourceManager.CognitiveServices;
using Azure.ResourceManager.CognitiveServices.Models;
using Azure.ResourceManager.MachineLearning.Models;
using Azure.ResourceManager.Search;
using Azure.ResourceManager.Search.Models;
using Microsoft.Extensions.Hosting;
using Native = Pulumi.AzureNative;
using Provisioned = Azure.Provisioning.Search;

class ClosedResources(IHostEnvironment environment)
{
    void Accounts(ICollection<object> deployment)
    {
        var account = new CognitiveServicesAccountData(AzureLocation.WestEurope) { Kind = "OpenAI" };
        account.Properties = new CognitiveServicesAccountProperties { DisableLocalAuth = true, PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Disabled };
        if (environment.IsDevelopment())
            account.Properties.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled;
        deployment.Add(account);
        deployment.Add(new MachineLearningOnlineEndpointProperties(MachineLearningEndpointAuthMode.AadToken) { PublicNetworkAccess = MachineLearningPublicNetworkAccessType.Disabled });
    }

    void Search(ICollection<object> deployment, bool isLocal)
    {
        deployment.Add(new SearchServiceData(AzureLocation.WestEurope) { IsLocalAuthDisabled = true, PublicInternetAccess = SearchServicePublicInternetAccess.Disabled });
        deployment.Add(new Provisioned.SearchService("search") { IsLocalAuthDisabled = !isLocal, PublicInternetAccess = Provisioned.SearchServicePublicInternetAccess.SecuredByPerimeter });
    }

    object Stack() => new Native.CognitiveServices.Account("ai", new Native.CognitiveServices.AccountArgs
    {
        Properties = new Native.CognitiveServices.Inputs.AccountPropertiesArgs { DisableLocalAuth = true, PublicNetworkAccess = "Disabled" },
    });

    // Whoever gets it closes it.
    SearchServiceData Unfinished() => new(AzureLocation.WestEurope);

    // A setting of something else.
    object Own() => new Printer { DisableLocalAuth = false, PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled };

    private sealed class Printer
    {
        public bool DisableLocalAuth { get; set; }

        public object? PublicNetworkAccess { get; set; }
    }
}
