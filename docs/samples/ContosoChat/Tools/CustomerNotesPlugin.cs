using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace ContosoChat.Tools;

public sealed class CustomerNotesPlugin
{
    [KernelFunction("save_note")]
    [Description("Saves a note about a customer.")]
    public async Task<string> SaveNoteAsync([Description("The customer's name")] string customer, [Description("The note")] string note)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "notes"));
        await File.AppendAllTextAsync(Path.Combine(folder.FullName, customer + ".txt"), note + Environment.NewLine);
        return "The note is saved.";
    }

    [KernelFunction("opening_hours")]
    [Description("Tells when the shop is open.")]
    public static string OpeningHours() => "Monday to Saturday, 9:00 to 18:00.";
}
