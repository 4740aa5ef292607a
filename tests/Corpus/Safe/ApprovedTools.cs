using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

class ApprovedTools(HttpClient http, Func<string, Task<bool>> confirm)
{
    AITool[] Tools() =>
    [
        new ApprovalRequiredAIFunction(AIFunctionFactory.Create((int id) => http.DeleteAsync($"/orders/{id}"), "delete_order")),
        AIFunctionFactory.Create((int id) => http.GetStringAsync($"/orders/{id}"), "read_order"),
        AIFunctionFactory.Create(Version),
    ];

    [KernelFunction, Description("Deletes an order")]
    public async Task DeleteAsync(int id)
    {
        if (await confirm($"Delete order {id}?"))
            await http.DeleteAsync($"/orders/{id}");
    }

    static void Version() => Process.Start("git", "describe");
}
