// Reads a Job in YAML from standard input as a Kubernetes client does, refusing fields that it does not know, and prints it as JSON.
using k8s;
using k8s.Models;

try
{
    var job = KubernetesYaml.Deserialize<V1Job>(Console.In.ReadToEnd(), strict: true);
    Console.WriteLine(KubernetesJson.Serialize(job));
    return 0;
}
catch (Exception refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
