using Microsoft.SemanticKernel;

class TemplateEncodingOff
{
    private const bool Raw = true;

    private readonly KernelPromptTemplateFactory _factory = new() { AllowDangerouslySetContent = Raw }; //! AISEC204

    KernelFunction Create(Kernel kernel) => kernel.CreateFunctionFromPrompt(
        new PromptTemplateConfig("""<message role="user">{{$question}} {{$tone}}</message>""")
        {
            InputVariables =
            [
                new() { Name = "question", AllowDangerouslySetContent = true }, //! AISEC204
                new() { Name = "tone" },
            ],
        },
        _factory);

    void Change(PromptTemplateConfig config, bool isHtml)
    {
        if (isHtml)
            config.AllowDangerouslySetContent = true; //! AISEC204
    }
}
