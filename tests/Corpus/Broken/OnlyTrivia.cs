// new AzureKeyCredential("x")
#error new AzureKeyCredential("x")
#pragma warning disable AISEC101
#nullable maybe
#line 99999999 "elsewhere.cs"
