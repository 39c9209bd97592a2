using Opbx.Core.Document.Extensions;

namespace Opbx.Portal.Features.Extensions;

public sealed partial class VirtualFields
{
    private static readonly IReadOnlyList<Type> ForwardTargets = [typeof(ExternalDestination), typeof(ExtensionDestination)];

    [Parameter, EditorRequired] public Extension Value { get; set; } = default!;
    [Parameter] public EventCallback<Extension> ValueChanged { get; set; }

    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    private Task Set(Extension value) => ValueChanged.InvokeAsync(value);
}
