using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Templates;

/// <summary>A starting point for an integration: only the receiver's URL is missing.</summary>
public sealed record IntegrationTemplate(string Key, bool OfAccount, string Icon, string Text, string Next, Integration Definition)
{
    public string Title => Definition.Name;
}
