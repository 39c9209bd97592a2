using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Templates;

/// <summary>An integration to begin with: everything is filled in but the receiver's address.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="OfAccount">Whether it is one of the account.</param>
/// <param name="Icon">A symbol for it.</param>
/// <param name="Text">What it is good for, in a sentence.</param>
/// <param name="Next">What is left to do.</param>
/// <param name="Definition">The integration.</param>
public sealed record IntegrationTemplate(string Key, bool OfAccount, string Icon, string Text, string Next, Integration Definition)
{
    /// <summary>What people call it.</summary>
    public string Title => Definition.Name;
}
