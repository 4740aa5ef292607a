using Azure.Core;
using Azure.Provisioning.Search;
using Azure.ResourceManager.CognitiveServices;
using Azure.ResourceManager.CognitiveServices.Models;
using Azure.ResourceManager.MachineLearning.Models;
using Azure.ResourceManager.Search;
using Native = Pulumi.AzureNative;

class OpenResources
{
    private const bool Closed = false;

    void Accounts(ICollection<object> deployment)
    {
        deployment.Add(new CognitiveServicesAccountData(AzureLocation.WestEurope)
        {
            Kind = "OpenAI",
            Properties = new CognitiveServicesAccountProperties
            {
                CustomSubDomainName = "shop",
                DisableLocalAuth = Closed, //! AISEC501
                PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled, //! AISEC502
            },
        });
        var endpoint = new MachineLearningOnlineEndpointProperties(MachineLearningEndpointAuthMode.Key); //! AISEC501
        endpoint.PublicNetworkAccess = MachineLearningPublicNetworkAccessType.Enabled; //! AISEC502
        deployment.Add(endpoint);
    }

    void Search(ICollection<object> deployment) => deployment.Add(new SearchService("search") //! AISEC501
    {
        PublicNetworkAccess = SearchServicePublicNetworkAccess.Enabled, //! AISEC502
    });

    void Nothing(ICollection<object> deployment) => deployment.Add(new SearchServiceData(AzureLocation.WestEurope)); //! AISEC501 AISEC502

    object Stack() => new Native.CognitiveServices.Account("ai", new Native.CognitiveServices.AccountArgs
    {
        Kind = "AIServices",
        Properties = new Native.CognitiveServices.Inputs.AccountPropertiesArgs
        {
            DisableLocalAuth = false, //! AISEC501
            PublicNetworkAccess = Native.CognitiveServices.PublicNetworkAccess.Enabled, //! AISEC502
        },
    });
}
