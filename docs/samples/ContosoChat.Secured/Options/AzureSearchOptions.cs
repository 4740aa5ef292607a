namespace ContosoChat.Options;

public sealed class AzureSearchOptions
{
    public const string Section = "AzureSearch";

    public string Endpoint { get; set; } = "";

    public string ProductIndex { get; set; } = "contoso-products";

    public string StaffIndex { get; set; } = "contoso-staff";
}
