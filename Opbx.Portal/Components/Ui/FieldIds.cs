namespace Opbx.Portal.Components.Ui;

/// <summary>Attributes with which the control inside a <see cref="Field"/> is named and described.</summary>
/// <param name="DescribedBy">Ids of help and error.</param>
/// <param name="Invalid">"true" when there is an error; else null.</param>
public sealed record FieldIds(string Id, string? DescribedBy, string? Invalid);
