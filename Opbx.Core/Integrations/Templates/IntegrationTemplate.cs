using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Templates;

/// <summary>An integration to begin with: everything is filled in but the receiver's address.</summary>
public sealed record IntegrationTemplate(string Key, bool OfAccount, string Icon, string Text, string Next, Integration Definition)
{
    public string Title => Definition.Name;
}
