using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace ContosoChat.Tools;

public sealed class CustomerNotesPlugin
{
    private readonly List<(string Customer, string Note)> _suggested = [];

    /// <summary>Notes that one of the staff may save.</summary>
    public IReadOnlyList<(string Customer, string Note)> Suggested => _suggested;

    [KernelFunction("suggest_note")]
    [Description("Suggests a note about a customer to the staff.")]
    public string SuggestNote([Description("The customer's name")] string customer, [Description("The note")] string note)
    {
        _suggested.Add((customer, note));
        return "The staff will look at the note.";
    }

    [KernelFunction("opening_hours")]
    [Description("Tells when the shop is open.")]
    public static string OpeningHours() => "Monday to Saturday, 9:00 to 18:00.";
}
