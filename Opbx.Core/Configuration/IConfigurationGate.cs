using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>Can refuse a change before it is stored. Every gate is called inside the write, after the rules of the document.</summary>
public interface IConfigurationGate
{
    /// <summary>The reason against replacing <paramref name="present"/> by <paramref name="proposed"/>, or null.</summary>
    Failure? Check(PbxSnapshot present, PbxDocument proposed);
}
