// What services that read documents or speak answer, and Content Safety's verdicts.
#nullable enable
namespace Azure.AI.ContentSafety
{
    using System.Collections.Generic;

    public partial class ShieldPromptResult
    {
        public IReadOnlyList<DocumentInjectionAnalysisResult> DocumentsAnalysis => throw null!;
        public UserPromptInjectionAnalysisResult UserPromptAnalysis => throw null!;
    }

    public partial class UserPromptInjectionAnalysisResult
    {
        public bool AttackDetected => throw null!;
    }

    public partial class DocumentInjectionAnalysisResult
    {
        public bool AttackDetected => throw null!;
    }

    public partial class TextProtectedMaterialAnalysisResult
    {
        public bool Detected => throw null!;
    }

    public partial class TextCategoriesAnalysis
    {
        public int? Severity => throw null!;
    }
}

namespace Azure.AI.DocumentIntelligence
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class DocumentIntelligenceClient
    {
        public virtual Operation<AnalyzeResult> AnalyzeDocument(WaitUntil waitUntil, string modelId, System.Uri uriSource, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Operation<AnalyzeResult>> AnalyzeDocumentAsync(WaitUntil waitUntil, string modelId, System.Uri uriSource, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class AnalyzeResult { }
}

namespace Azure.AI.FormRecognizer.DocumentAnalysis
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class DocumentAnalysisClient
    {
        public virtual AnalyzeDocumentOperation AnalyzeDocument(WaitUntil waitUntil, string modelId, System.IO.Stream document, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<AnalyzeDocumentOperation> AnalyzeDocumentAsync(WaitUntil waitUntil, string modelId, System.IO.Stream document, CancellationToken cancellationToken = default) => throw null!;
        public virtual AnalyzeDocumentOperation AnalyzeDocumentFromUri(WaitUntil waitUntil, string modelId, System.Uri documentUri, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<AnalyzeDocumentOperation> AnalyzeDocumentFromUriAsync(WaitUntil waitUntil, string modelId, System.Uri documentUri, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class AnalyzeDocumentOperation { }
}

namespace Azure.AI.Vision.ImageAnalysis
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class ImageAnalysisClient
    {
        public virtual Response<ImageAnalysisResult> Analyze(System.Uri imageUri, VisualFeatures visualFeatures, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ImageAnalysisResult>> AnalyzeAsync(System.Uri imageUri, VisualFeatures visualFeatures, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class ImageAnalysisResult
    {
        public ReadResult Read => throw null!;
    }

    public partial class ReadResult { }
    public partial class VisualFeatures { }
}

namespace Azure.AI.ContentUnderstanding
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class ContentUnderstandingClient
    {
        public virtual Operation<AnalyzeResult> Analyze(WaitUntil waitUntil, string analyzerId, IEnumerable<AnalyzeInput>? inputs = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Operation<AnalyzeResult>> AnalyzeAsync(WaitUntil waitUntil, string analyzerId, IEnumerable<AnalyzeInput>? inputs = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class AnalyzeInput { }
    public partial class AnalyzeResult { }
}

namespace Azure.AI.VoiceLive
{
    public partial class VoiceLiveSessionOptions
    {
        public string Instructions { get; set; } = "";
    }
}
