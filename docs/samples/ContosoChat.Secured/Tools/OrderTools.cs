using System.ComponentModel;

namespace ContosoChat.Tools;

public sealed class OrderTools(HttpClient http, IConfiguration configuration, IWebHostEnvironment environment)
{
    [Description("Finds an order by its number, for example A-1001.")]
    public async Task<string> FindOrderAsync([Description("The order number")] string orderNumber, CancellationToken cancellationToken)
    {
        var file = Path.Combine(environment.ContentRootPath, "data", "orders", Path.GetFileName(orderNumber) + ".json");
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "There is no such order.";
    }

    [Description("Cancels an order and refunds the customer.")]
    public async Task<string> CancelOrderAsync(
        [Description("The order number")] string orderNumber,
        [Description("Why the customer wants to cancel")] string reason,
        CancellationToken cancellationToken)
    {
        var backOffice = new Uri(configuration["Orders:Endpoint"] ?? "https://localhost:7443");
        var cancellation = new { orderNumber, reason, refund = true };
        using var response = await http.PostAsJsonAsync(new Uri(backOffice, "/cancellations"), cancellation, cancellationToken);
        return response.IsSuccessStatusCode ? "The order is cancelled." : $"The back office answered {(int)response.StatusCode}.";
    }
}
