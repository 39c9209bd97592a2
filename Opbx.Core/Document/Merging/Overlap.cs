namespace Opbx.Core.Document.Merging;

/// <summary>What happens to members that no longer have the value a step starts from, because somebody else changed them.</summary>
public enum Overlap
{
    /// <summary>Nothing is merged; the failure names them.</summary>
    Refuse,
    /// <summary>They get the new value anyway.</summary>
    Overwrite,
    /// <summary>They keep their value; the rest is merged.</summary>
    Keep,
}
