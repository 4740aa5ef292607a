using Azure;
using Azure.AI.OpenAI;

}}}
class UnbalancedBraces {
    AzureOpenAIClient A() { if (true) { return new(new Uri("x"), new AzureKeyCredential("y");
    AzureOpenAIClient B() { { { { while (true) foreach (var k in keys) { yield return new AzureKeyCredential(k
    void C() { try { new AzureKeyCredential("a") } catch (Exception e) when (new AzureKeyCredential(e.Message) is { Key: var k } { } finally { new AzureKeyCredential(k
    void D() { switch (key) { case "a": case new AzureKeyCredential("b"): goto case; default: goto default; 
    void E() { lock (new AzureKeyCredential( { fixed (char* p = new AzureKeyCredential("x")) { goto nowhere; nowhere: 
    void F() { local(); void local() { local(); void local() { new AzureKeyCredential(local()); 
    ]]]) => ;;; ,,, """ unterminated raw string new AzureKeyCredential("x")
    #if DEBUG
    #region never closed
    /* never closed new AzureKeyCredential("x")
