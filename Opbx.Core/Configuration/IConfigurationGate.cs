using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>May refuse a change before it is stored. Every gate is asked inside the write, after the rules of the document.</summary>
public interface IConfigurationGate
{
    /// <summary>The reason against <paramref name="proposed"/> in place of <paramref name="present"/>, or null.</summary>
    Failure? Check(PbxSnapshot present, PbxDocument proposed);
}
