namespace Opbx.Core.Document.Merging;

/// <summary>What happens to members that have another value than the one a way begins at, because somebody else changed them.</summary>
public enum Overlap
{
    /// <summary>Nothing at all is merged; the failure names them.</summary>
    Refuse,

    /// <summary>They get the new value all the same.</summary>
    Overwrite,

    /// <summary>They keep theirs; the rest is merged.</summary>
    Keep,
}
