using Azure;
class Before { AzureKeyCredential K = new(key); }
var key = args[^1];
var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(key), new AzureKeyCredential(key));
await foreach (var update in client.GetChatClient("gpt").CompleteChatStreamingAsync(key)) Console.Write(update.ContentUpdate[0].Text)
return client
namespace Late;
static void Main(string[] args) { new AzureKeyCredential(args[0]); }
using Azure.AI.OpenAI;
var again = new AzureKeyCredential(again.ToString());
[assembly: Unknown(new AzureKeyCredential("x"))]
global using Azure.AI.Missing;
