using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

class UnapprovedTools(HttpClient http, IOrders orders)
{
    AITool[] Tools() =>
    [
        AIFunctionFactory.Create(orders.Cancel), //! AISEC303
        AIFunctionFactory.Create((string id) => http.DeleteAsync("/orders/" + id), "delete_order"), //! AISEC303
        AIFunctionFactory.Create(orders.List),
    ];

    [KernelFunction, Description("Opens a ticket")] //! AISEC303
    public async Task OpenAsync(int number) => await SaveAsync(number);

    [KernelFunction] //! AISEC303
    public void Build(int number)
    {
        var start = new ProcessStartInfo("make") { UseShellExecute = false };
        start.ArgumentList.Add("release-" + number);
        Process.Start(start);
    }

    async Task SaveAsync(int number) => await File.WriteAllTextAsync("tickets.txt", number.ToString());
}

interface IOrders
{
    string List();

    void Cancel(int number);
}

class OrderFiles : IOrders
{
    public string List() => string.Join('\n', Directory.GetFiles("orders"));

    public void Cancel(int number) => File.Delete($"orders/{number}.json");
}
