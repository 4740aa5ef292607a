using Microsoft.SemanticKernel;

class TemplateEncodingOn(bool raw)
{
    private readonly KernelPromptTemplateFactory _factory = new() { AllowDangerouslySetContent = false };

    private readonly Editor _editor = new() { AllowDangerouslySetContent = true };

    KernelFunction Create(Kernel kernel) => kernel.CreateFunctionFromPrompt(
        new PromptTemplateConfig("""<message role="user">{{$question}}</message>""")
        {
            InputVariables = [new() { Name = "question", AllowDangerouslySetContent = raw && !_editor.AllowDangerouslySetContent }],
        },
        _factory);

    class Editor
    {
        public bool AllowDangerouslySetContent { get; set; }
    }
}
